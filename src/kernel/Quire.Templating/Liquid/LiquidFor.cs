using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary><c>{% for x in xs limit: n offset: m reversed %}…{% else %}…{% endfor %}</c>.</summary>
internal sealed class LiquidFor : LiquidNode
{
    private readonly string _name;
    private readonly LiquidLoopHead _head;
    private readonly IReadOnlyList<LiquidNode> _body;
    private readonly IReadOnlyList<LiquidNode> _otherwise;

    public LiquidFor(string name, LiquidLoopHead head, IReadOnlyList<LiquidNode> body, IReadOnlyList<LiquidNode> otherwise)
    {
        (_name, _head, _body, _otherwise) = (name, head, body, otherwise);
        IsBlank = AreBlank(body) && AreBlank(otherwise);
        if (!IsBlank) return;
        DropBlanks(body);
        DropBlanks(otherwise);
    }

    public override bool IsBlank { get; }

    public override Flow Run(LiquidRun run)
    {
        var items = _head.Items(run);
        if (items.Length == 0) return RunAll(_otherwise, run);
        var loop = new LiquidLoop(_head.Name, items.Length, run.Loop);
        var (outer, frame) = (run.Loop, run.Push());
        run.Loop = loop;
        frame["forloop"] = Value.Of(loop);
        var result = Flow.Normal;
        for (var i = 0; i < items.Length; i++)
        {
            run.Context.Step();
            loop.Index = i;
            frame[_name] = items[i];
            var flow = RunAll(_body, run);
            if (flow == Flow.Break) break;
            if (flow == Flow.Stop)
            {
                result = flow;
                break;
            }
        }
        run.Pop();
        run.Loop = outer;
        return result;
    }
}
