using System.Text.Json;
using Quire.Bench.Harness;
using Quire.Bench.Templating;
using Quire.Templating;
using Quire.Templating.Values;

var board = new Scoreboard(Console.Out);
var options = new PairOptions { Pairs = args.Contains("--quick") ? 21 : 51 };
Console.WriteLine($"Quire.Templating against its peers, {options.Pairs} alternating pairs each, processor time, {Environment.ProcessorCount} processors, .NET {Environment.Version}");

var fiveVariables = Subject(FiveVariables.Create());
var itemLoop = Subject(ItemLoop.Create());
var chat = Subject(Chat.Create());
foreach (var subject in new[] { fiveVariables, itemLoop, chat })
    Compare(subject);

board.BytesAtMost("(b) allocation per render", 25 * 1024, itemLoop.Sampler.AllocatedBytes(200));
var parse = new ActionSampler("parse of (b)", () => Template.Parse(itemLoop.Workload.Jinja, itemLoop.Workload.Options));
board.AtMost("parse of a 2 KB prompt, warm, by render of (b)", 1.5, PairComparison.Run(parse, itemLoop.Sampler, options));
if (!args.Contains("--no-start"))
    FirstRender.Compare(board, options);
Console.WriteLine(board.Missed == 0 ? "all goals met" : $"{board.Missed} goals missed");
return board.Missed == 0 ? 0 : 1;

void Compare(EngineSubject subject)
{
    var workload = subject.Workload;
    using var python = new PythonPeer(workload);
    var hand = new PooledText();
    var handlebars = HandlebarsPeer.Compile(workload);
    string ByHand()
    {
        hand.Clear();
        workload.ByHand(hand);
        return hand.ToString();
    }

    var output = subject.Render();
    board.Note(workload.Name, $"source {workload.Jinja.Length} characters, output {output.Length}; by hand {Same(output, ByHand())}, python {Same(output, python.Output)}, Handlebars {Same(output, handlebars())}");
    var isSmall = workload == fiveVariables.Workload;
    var byHand = PairComparison.Run(subject.Sampler, new ActionSampler("by hand", () => ByHand()), options);
    board.AtMost($"{workload.Name} by hand-written", isSmall ? 2 : 3, byHand);
    var byHandlebars = PairComparison.Run(subject.Sampler, new ActionSampler("Handlebars.Net", () => handlebars()), options);
    if (isSmall)
        board.Note($"{workload.Name} by Handlebars.Net", byHandlebars.ToString());
    else
        board.AtMost($"{workload.Name} by Handlebars.Net compiled", 0.75, byHandlebars);
    var byPython = PairComparison.Run(subject.Sampler, python, options);
    if (isSmall)
        board.Note($"{workload.Name} by python3-jinja2", byPython.ToString());
    else
        board.TimesFaster($"{workload.Name} against python3-jinja2", 20, byPython);
    board.Note($"{workload.Name} allocation per render", $"{subject.Sampler.AllocatedBytes(200):N0} B");
}

static string Same(string output, string peer) =>
    output == peer ? "same output" : $"other output ({peer.Length} characters, first difference at {output.AsSpan().CommonPrefixLength(peer)})";

static EngineSubject Subject(Workload workload)
{
    var parsed = Template.Parse(workload.Jinja, workload.Options);
    if (parsed.Template is not { } template)
        throw new InvalidOperationException(string.Join('\n', parsed.Diagnostics));
    using var json = JsonDocument.Parse(workload.Context.ToJsonString());
    var request = new RenderRequest { Variables = Value.FromJson(json.RootElement), Clock = TimeProvider.System };
    string Render() => template.Render(request).Output ?? throw new InvalidOperationException(template.Render(request).Error!.ToString());
    return new EngineSubject(workload, Render, new ActionSampler("Quire", () => Render()));
}
