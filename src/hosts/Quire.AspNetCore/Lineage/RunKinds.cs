using Quire.Core.Errors;
using Quire.Core.Lineage;

namespace Quire.AspNetCore.Lineage;

/// <summary>Kinds of runs as words.</summary>
internal static class RunKinds
{
    /// <summary>The word of a kind.</summary>
    public static string Of(RunKind kind) => kind switch
    {
        RunKind.Evaluation => "evaluation",
        RunKind.Experiment => "experiment",
        _ => "deployment",
    };

    /// <summary>The kind of a word.</summary>
    /// <exception cref="QuireException"><c>invalid_run</c>.</exception>
    public static RunKind Parse(string word) => Enum.GetValues<RunKind>().Cast<RunKind?>().FirstOrDefault(kind => Of(kind!.Value) == word)
        ?? throw new QuireException(ErrorKind.Invalid, "invalid_run", $"'{(word.Length > 100 ? word[..100] + "…" : word)}' is no kind of run.", "Write evaluation, experiment or deployment.");
}
