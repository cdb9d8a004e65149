namespace Quire.Composition.Plans;

/// <summary>The limits on what is composed, in one table.</summary>
public static class PlanLimits
{
    /// <summary>How many contributions may take part in one composition.</summary>
    public const int MaxContributions = 200;

    /// <summary>How many findings a plan that cannot be made reports.</summary>
    public const int MaxDiagnostics = 50;

    /// <summary>How many messages a request may give to placeholders, together.</summary>
    public const int MaxPlaceholderMessages = 10_000;

    /// <summary>The longest user text, in UTF-16 units.</summary>
    public const int MaxUserText = 4 * 1024 * 1024;
}
