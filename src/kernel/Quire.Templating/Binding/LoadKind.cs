namespace Quire.Templating.Binding;

/// <summary>What a slot holds when its frame is entered.</summary>
internal enum LoadKind
{
    /// <summary>What the frame itself writes: a parameter, a loop variable.</summary>
    Parameter,

    /// <summary>The name as the request gives it.</summary>
    Resolve,

    /// <summary>The value of the surrounding frame's slot.</summary>
    Alias,

    /// <summary>Nothing.</summary>
    Undefined,
}
