using System.Globalization;
using Quire.Bench.Composing;
using Quire.Bench.Composing.Outages;
using Quire.Bench.Harness;

switch (args)
{
    case ["--serve-quire"]:
        await Servers.Quire();
        return 0;
    case ["--serve-bare", var file]:
        await Servers.Bare(file);
        return 0;
    case ["--serve-outage", var folder, var redis, var prompts, var memory]:
        await Servers.Outage(folder, Number(redis), Number(prompts), long.Parse(memory, CultureInfo.InvariantCulture));
        return 0;
}

var board = new Scoreboard(Console.Out);
var options = new PairOptions { Pairs = args.Contains("--quick") ? 21 : 51 };
Console.WriteLine($"Composing, {options.Pairs} alternating pairs each, processor time, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
if (!args.Contains("--no-process"))
    await InProcess.Run(board, options);
if (!args.Contains("--no-http"))
    OverHttp.Run(board, options);
if (!args.Contains("--no-traffic"))
    OutageRun.Judge(board, await OutageRun.Run(args.Contains("--quick") ? OutageOptions.Quick : new OutageOptions(), Console.Out));
Console.WriteLine(board.Missed == 0 ? "all goals met" : $"{board.Missed} goals missed");
return board.Missed == 0 ? 0 : 1;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
