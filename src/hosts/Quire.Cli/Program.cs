using Quire.Cli;
using Quire.Cli.Terminal;

return await CommandLine.Run(args, CliContext.OfProcess());
