using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>The <c>tablerowloop</c> of a table.</summary>
internal sealed class LiquidTableLoop(int length, int columns) : ValueObject
{
    public int Index { get; set; }

    public int Column => Index % columns;

    public int Row => Index / columns + 1;

    public override string TypeName => "tablerowloop";

    public override bool IsTrue => true;

    public override bool TryGetAttribute(RenderContext context, string key, out Value value)
    {
        value = key switch
        {
            "index" => Value.Number(Index + 1),
            "index0" => Value.Number(Index),
            "rindex" => Value.Number(length - Index),
            "rindex0" => Value.Number(length - Index - 1),
            "first" => Value.Bool(Index == 0),
            "last" => Value.Bool(Index == length - 1),
            "length" => Value.Number(length),
            "col" => Value.Number(Column + 1),
            "col0" => Value.Number(Column),
            "col_first" => Value.Bool(Column == 0),
            "col_last" => Value.Bool(Column == columns - 1),
            "row" => Value.Number(Row),
            _ => default,
        };
        return !value.IsMissing;
    }
}
