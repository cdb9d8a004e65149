namespace Quire.Templating.Execution;

/// <summary>Ends a render; becomes the diagnostic of its result. Never leaves the library.</summary>
internal sealed class TemplateException(string code, string message, string? hint = null) : Exception(message)
{
    public string Code { get; } = code;

    public string? Hint { get; } = hint;

    public bool IsLimit => Code.StartsWith("QT3", StringComparison.Ordinal);

    /// <summary>Whether <c>ignore missing</c> forgives it.</summary>
    public bool IsMissingTemplate => Code == Diagnostics.Codes.TemplateNotFound;
}
