using Quire.Templating.Execution;
using Quire.Templating.Filters;
using Quire.Templating.Values;

namespace Quire.Templating.Tests;

/// <summary>What a value is.</summary>
internal static class TypeTests
{
    public static readonly Definition[] All =
    [
        new("defined", [], static (_, in v, in _) => Value.Bool(!v.IsUndefined)),
        new("undefined", [], static (_, in v, in _) => Value.Bool(v.IsUndefined)),
        new("none", [], static (_, in v, in _) => Value.Bool(v.Tag == Tag.None)),
        new("boolean", [], static (_, in v, in _) => Value.Bool(v.Tag == Tag.Bool)),
        new("true", [], static (_, in v, in _) => Value.Bool(v.Tag == Tag.Bool && v.Bits != 0)),
        new("false", [], static (_, in v, in _) => Value.Bool(v.Tag == Tag.Bool && v.Bits == 0)),
        new("integer", [], static (_, in v, in _) => Value.Bool(v.Tag is Tag.Int or Tag.Big)),
        new("float", [], static (_, in v, in _) => Value.Bool(v.Tag == Tag.Float)),
        new("number", [], static (_, in v, in _) => Value.Bool(v.IsNumber)),
        new("string", [], static (_, in v, in _) => Value.Bool(v.IsText)),
        new("mapping", [], static (_, in v, in _) => Value.Bool(v.Tag == Tag.Map)),
        new("sequence", [], static (_, in v, in _) => Value.Bool(IsSequence(v))),
        new("iterable", [], static (c, in v, in _) => Value.Bool(IsIterable(c, v))),
        new("callable", [], static (_, in v, in _) => Value.Bool(v.IsUndefined || (v.Tag == Tag.Object && v.Object.IsCallable))) { PositionalOnly = true },
        new("escaped", [], static (_, in v, in _) => Value.Bool(v.Tag == Tag.Markup || (v.Tag == Tag.Undefined && UndefinedInfo.Mode(v) == UndefinedMode.Chainable))),
        new("filter", [], static (_, in v, in _) => Value.Bool(Hashing.Require(v).IsText && FilterTable.Find(v.Text) is not null)),
        new("test", [], static (_, in v, in _) => Value.Bool(Hashing.Require(v).IsText && TestTable.Find(v.Text) is not null)),
    ];

    /// <summary>What has a length and items by key; undefined counts, as its class has both.</summary>
    private static bool IsSequence(in Value value) => value.Tag switch
    {
        Tag.String or Tag.Markup or Tag.List or Tag.Tuple or Tag.Map => true,
        Tag.Undefined => UndefinedInfo.Mode(value) != UndefinedMode.Strict,
        Tag.Object => value.Ref is RangeObject or GroupObject or BytesObject,
        _ => false,
    };

    private static bool IsIterable(RenderContext context, in Value value) => value.Tag switch
    {
        Tag.Undefined => UndefinedInfo.Mode(value) == UndefinedMode.Strict ? throw UndefinedInfo.Fail(value) : true,
        _ => Iteration.TryOf(context, value) is not null,
    };
}
