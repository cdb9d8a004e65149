using System.Buffers;
using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.Core.Lineage;

/// <summary>What is asked of a run's words.</summary>
internal static class RunRules
{
    /// <summary>The beginning of the parameters that an export makes of the prompts.</summary>
    public const string PromptPrefix = "prompt.";

    private const int MaxId = 200;
    private const int MaxTitle = 500;
    private const int MaxName = 250;
    private const int MaxValue = 6_000;
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:/ ");
    private static readonly SearchValues<char> NoIdLetters = SearchValues.Create("/%?#\\");

    /// <summary>Refuses a run that cannot be recorded as it is.</summary>
    /// <exception cref="QuireException"><c>invalid_run</c>, <c>too_large</c>.</exception>
    public static void Check(NewRun run)
    {
        if (run.Id.Length is 0 or > MaxId || run.Id is "." or ".." || run.Id.AsSpan().ContainsAnyExceptInRange('!', '~') || run.Id.AsSpan().ContainsAny(NoIdLetters))
            throw Refuse($"A run's id has 1 to {MaxId} visible ASCII characters without slashes, '%', '?' and '#'.", "Send for example a UUID.");
        if (run.Title.Length > MaxTitle)
            throw Refuse($"A run's title has at most {MaxTitle} characters.");
        if (run.Prompts.Count == 0)
            throw Refuse("A run names what it used: there is no prompt.", "Send at least one address, for example support/answer@7.");
        QuireLimits.RunPrompts.Check(run.Prompts.Count, "The run");
        QuireLimits.RunParameters.Check(run.Parameters.Count, "The run");
        foreach (var (name, value) in run.Parameters)
            CheckParameter(name, value);
        Check(run.Metrics, run.Metrics.Count);
    }

    /// <summary>Refuses metrics that cannot be recorded.</summary>
    /// <param name="metrics">What is added.</param>
    /// <param name="total">How many the run has then.</param>
    /// <exception cref="QuireException"><c>invalid_run</c>, <c>too_large</c>.</exception>
    public static void Check(IReadOnlyDictionary<string, double> metrics, int total)
    {
        QuireLimits.RunMetrics.Check(total, "The run");
        foreach (var (name, value) in metrics)
        {
            CheckName(name);
            if (!double.IsFinite(value))
                throw Refuse($"The metric '{name}' is no finite number.");
        }
    }

    private static void CheckParameter(string name, string value)
    {
        CheckName(name);
        if (name.StartsWith(PromptPrefix, StringComparison.Ordinal))
            throw Refuse($"The parameter '{name}' begins with '{PromptPrefix}', which is for the prompts themselves.", "Choose another name.");
        if (value.Length > MaxValue)
            throw Refuse($"The parameter '{name}' has {value.Length:N0} characters; {MaxValue:N0} are possible.");
    }

    private static void CheckName(string name)
    {
        if (name.Length is 0 or > MaxName || name.AsSpan().ContainsAnyExcept(NameLetters))
            throw Refuse($"A name of a parameter or metric has 1 to {MaxName} of ASCII letters, digits, space and _ - . : /", "These are the names that MLflow takes, too.");
    }

    private static QuireException Refuse(string message, string? hint = null) => new(ErrorKind.Invalid, "invalid_run", message, hint);
}
