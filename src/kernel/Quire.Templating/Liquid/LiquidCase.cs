using Quire.Templating.Execution;

namespace Quire.Templating.Liquid;

/// <summary><c>{% case %}</c>: every matching <c>when</c> runs, once per matching value; an <c>else</c> where none before it matched.</summary>
internal sealed class LiquidCase : LiquidNode
{
    private readonly LiquidExpression _subject;
    private readonly List<(LiquidExpression[]? Values, IReadOnlyList<LiquidNode> Body)> _branches;

    public LiquidCase(LiquidExpression subject, List<(LiquidExpression[]? Values, IReadOnlyList<LiquidNode> Body)> branches)
    {
        _subject = subject;
        _branches = branches;
        IsBlank = branches.TrueForAll(b => AreBlank(b.Body));
        if (IsBlank) branches.ForEach(b => DropBlanks(b.Body));
    }

    public override bool IsBlank { get; }

    public override Flow Run(LiquidRun run)
    {
        var subject = _subject.Evaluate(run);
        var matched = false;
        foreach (var (values, body) in _branches)
        {
            if (values is null)
            {
                if (!matched && RunAll(body, run) is var flow and not Flow.Normal) return flow;
                continue;
            }
            foreach (var value in values)
            {
                if (!LiquidLogic.AreEqual(subject, value.Evaluate(run))) continue;
                matched = true;
                if (RunAll(body, run) is var flow and not Flow.Normal) return flow;
            }
        }
        return Flow.Normal;
    }
}
