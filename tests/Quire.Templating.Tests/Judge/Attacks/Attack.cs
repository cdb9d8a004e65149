using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Judge.Attacks;

/// <summary>One attack: a row, what fills its merge points, and how it must end.</summary>
internal sealed record Attack(string Class, Row Row, IReadOnlyList<AttackFill> Fills, Expectation Expectation)
{
    /// <summary>The row with its repeats written out; made anew each time, because some are megabytes.</summary>
    public Row Expanded() => Row with { Template = AttackFile.Plain(Row.Template) };
}
