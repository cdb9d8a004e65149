using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>The names of Python's types, for error texts.</summary>
internal static class TypeNames
{
    public static string Of(in Value value) => value.Tag switch
    {
        Tag.None => "NoneType",
        Tag.Bool => "bool",
        Tag.Int or Tag.Big => "int",
        Tag.Float => "float",
        Tag.String => "str",
        Tag.Markup => "Markup",
        Tag.List => "list",
        Tag.Tuple => "tuple",
        Tag.Map => "dict",
        Tag.Object => value.Object.TypeName,
        _ => UndefinedInfo.Mode(value) switch
        {
            UndefinedMode.Strict => "StrictUndefined",
            UndefinedMode.Chainable => "ChainableUndefined",
            UndefinedMode.Debug => "DebugUndefined",
            _ => "Undefined",
        },
    };

    /// <summary>How messages about missing attributes call the owner.</summary>
    public static string Owner(in Value value) => value.Tag switch
    {
        Tag.None => "None",
        Tag.Markup => "markupsafe.Markup object",
        Tag.Object => value.Object.QualifiedTypeName + " object",
        _ => Of(value) + " object",
    };
}
