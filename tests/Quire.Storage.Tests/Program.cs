using Quire.Storage.Tests.Crashing;
using Xunit.Runner.InProc.SystemConsole;

return CrashChild.Folder is { } folder ? await CrashChild.Run(folder)
    : CollectChild.Folder is { } collected ? await CollectChild.Run(collected)
    : await ConsoleRunner.Run(args);
