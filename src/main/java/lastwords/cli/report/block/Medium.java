package lastwords.cli.report.block;

/** The output format of a report: it knows how to show each kind of block. */
public interface Medium {
  void note(Block.Note note);

  void quote(Block.Quote quote);

  void again(Block.Again again);

  void see(Block.See see);

  void table(ReportTable table);

  void heatMap(HeatMap map);

  void sharePlot(SharePlot plot);

  void swimlane(Swimlane lane);
}
