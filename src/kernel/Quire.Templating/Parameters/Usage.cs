namespace Quire.Templating.Parameters;

/// <summary>What one reading of a name tells about it.</summary>
internal sealed class Usage
{
    public ParameterType Type { get; private set; } = ParameterType.Any;

    public bool IsDefaulted { get; set; }

    public string? Member { get; set; }

    /// <summary>Takes the more telling of two types.</summary>
    public void Tell(ParameterType type) => Type = Merge(Type, type);

    public static ParameterType Merge(ParameterType a, ParameterType b) => Rank(a) >= Rank(b) ? a : b;

    private static int Rank(ParameterType type) => type switch
    {
        ParameterType.Object => 5,
        ParameterType.Array => 4,
        ParameterType.Number => 3,
        ParameterType.String => 2,
        ParameterType.Boolean => 1,
        _ => 0,
    };
}
