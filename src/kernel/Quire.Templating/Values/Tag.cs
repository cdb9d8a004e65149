namespace Quire.Templating.Values;

/// <summary>How a <see cref="Value"/> is laid out inside. <see cref="Missing"/> is <c>default</c>: a slot nobody wrote.</summary>
internal enum Tag : byte
{
    Missing,
    Undefined,
    None,
    Bool,
    Int,
    Float,
    Big,
    String,
    Markup,
    List,
    Tuple,
    Map,
    Object,
}
