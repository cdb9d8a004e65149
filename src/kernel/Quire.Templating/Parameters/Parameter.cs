namespace Quire.Templating.Parameters;

/// <summary>A variable that a template reads from its request.</summary>
public sealed record Parameter
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is read, in order of the source.</summary>
    public required IReadOnlyList<ParameterUse> Uses { get; init; }

    /// <summary>What its uses tell about its type.</summary>
    public ParameterType InferredType { get; init; }

    /// <summary>Whether at least one use has no default and no guard.</summary>
    public bool Required { get; init; }

    /// <summary>Whether at least one use has a default (<c>default</c> filter, <c>is defined</c>, or a test of truth).</summary>
    public bool Defaulted { get; init; }

    /// <summary>The members that are read of it (<c>name</c> for <c>user.name</c>), in order of first use.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
