namespace Quire.Composition.Rendering;

/// <summary>Where the value of a variable came from.</summary>
public enum VariableSource
{
    /// <summary>The request gave it.</summary>
    Request,

    /// <summary>The layer's own default stood in.</summary>
    Default,

    /// <summary>Nobody gave it; the template prints nothing, or its own default.</summary>
    Missing,
}
