using Quire.Storage.Tests.Crashing;
using Xunit.Runner.InProc.SystemConsole;

return CrashChild.Folder is { } folder
    ? await CrashChild.Run(folder)
    : await ConsoleRunner.Run(args);
