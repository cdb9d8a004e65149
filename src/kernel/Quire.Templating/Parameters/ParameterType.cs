namespace Quire.Templating.Parameters;

/// <summary>What a template's use of a variable tells about its type.</summary>
public enum ParameterType
{
    /// <summary>Nothing is known.</summary>
    Any,

    /// <summary>It is printed or used as text.</summary>
    String,

    /// <summary>It is reckoned with.</summary>
    Number,

    /// <summary>It is only asked whether it is true.</summary>
    Boolean,

    /// <summary>It is looped over or indexed by number.</summary>
    Array,

    /// <summary>Its members are read.</summary>
    Object,
}
