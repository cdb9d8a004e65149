using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>The <c>forloop</c> of a loop.</summary>
internal sealed class LiquidLoop(string name, int length, LiquidLoop? parent) : ValueObject
{
    public int Index { get; set; }

    public override string TypeName => "forloop";

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
            "name" => Value.String(name),
            "parentloop" => parent is null ? Value.None : Value.Of(parent),
            _ => default,
        };
        return !value.IsMissing;
    }
}
