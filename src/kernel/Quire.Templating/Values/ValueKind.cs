namespace Quire.Templating.Values;

/// <summary>What a <see cref="Value"/> is, in the terms of JSON; <see cref="Object"/> is what only the engine makes (macros, loops, ranges).</summary>
public enum ValueKind
{
    /// <summary>Nobody defined it.</summary>
    Undefined,

    /// <summary>Null.</summary>
    None,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number of any size.</summary>
    Integer,

    /// <summary>A double.</summary>
    Float,

    /// <summary>Text.</summary>
    String,

    /// <summary>A list or a tuple.</summary>
    List,

    /// <summary>Keys and values in the order of insertion.</summary>
    Map,

    /// <summary>Something of the engine: a macro, a loop, a range, an iterator.</summary>
    Object,
}
