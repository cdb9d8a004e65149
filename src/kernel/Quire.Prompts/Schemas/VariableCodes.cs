namespace Quire.Prompts.Schemas;

/// <summary>The stable codes of findings about variables. A code is never reused.</summary>
public static class VariableCodes
{
    /// <summary>A required variable is missing.</summary>
    public const string Missing = "QP4001";

    /// <summary>A value of another type, also after coercion.</summary>
    public const string Type = "QP4002";

    /// <summary>A value that is not among those allowed (<c>enum</c>, <c>const</c>).</summary>
    public const string NotAllowed = "QP4003";

    /// <summary>A number outside its range.</summary>
    public const string Range = "QP4004";

    /// <summary>A text, list or object that is too short or too long.</summary>
    public const string Length = "QP4005";

    /// <summary>A text that does not match its pattern.</summary>
    public const string Pattern = "QP4006";

    /// <summary>A member that the schema does not know.</summary>
    public const string Unknown = "QP4007";

    /// <summary>None, or more than one, of the alternatives fits.</summary>
    public const string Alternatives = "QP4008";

    /// <summary>A value that the schema excludes (<c>not</c>, <c>false</c>).</summary>
    public const string Excluded = "QP4009";

    /// <summary>Repeated items where each may stand once.</summary>
    public const string Repeated = "QP4010";

    /// <summary>The check took more than its budget.</summary>
    public const string Budget = "QP4011";

    /// <summary>Info: a value was coerced.</summary>
    public const string Coerced = "QP4012";

    /// <summary>Info: a default was taken.</summary>
    public const string Defaulted = "QP4013";
}
