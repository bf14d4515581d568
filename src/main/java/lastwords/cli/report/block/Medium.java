package lastwords.cli.report.block;

/** What a report is written as: it knows how each kind of block looks there. */
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
