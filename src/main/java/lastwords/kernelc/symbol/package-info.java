/** Names and what they stand for: functions, variables, constants, of all sources or of one. */
package lastwords.kernelc.symbol;
