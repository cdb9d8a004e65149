namespace Quire.Composition.Batch;

/// <summary>Carries the first problem of a row out of its reader; never leaves this folder.</summary>
internal sealed class BatchRowException(string code, string message, string hint) : Exception(message)
{
    public string Code { get; } = code;

    public string Hint { get; } = hint;
}
