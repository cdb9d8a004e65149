using Quire.Checks.Running;

if (args is not [var root])
{
    await Console.Error.WriteLineAsync("usage: Quire.Checks ROOT");
    return 2;
}

return await new TestRun(CheckSettings.For(root), Console.Out).ExecuteAsync();
