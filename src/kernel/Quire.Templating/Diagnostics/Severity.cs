namespace Quire.Templating.Diagnostics;

/// <summary>How much a <see cref="Diagnostic"/> matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably not what the author wants; nothing is blocked.</summary>
    Warning,

    /// <summary>Blocks what was asked for.</summary>
    Error,
}
