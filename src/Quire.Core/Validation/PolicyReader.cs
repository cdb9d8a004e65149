using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Quire.Composition.Validation;
using Quire.Core.Errors;
using Quire.Prompts;
using Quire.Prompts.Tokens;
using Quire.Prompts.Validation;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Validation;

/// <summary>Turns the rules of an organisation into what the pipeline asks.</summary>
public static class PolicyReader
{
    /// <summary>The most phrases, or models, of one list.</summary>
    public const int MaxItems = 200;

    /// <summary>The longest phrase or model, in characters.</summary>
    public const int MaxItemLength = 500;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The rules as JSON.</summary>
    public static string Write(RulesDocument rules) => JsonSerializer.Serialize(rules, Json);

    /// <summary>Reads rules; null is none.</summary>
    public static RulesDocument Read(string? rules) => rules is null ? new RulesDocument() : JsonSerializer.Deserialize<RulesDocument>(rules, Json)!;

    /// <summary>What stored rules ask; null asks for what holds everywhere.</summary>
    /// <param name="rules">The rules as JSON.</param>
    /// <param name="tokens">Counts for the ceiling of tokens.</param>
    public static ValidationPolicy Of(string? rules, TokenCounter tokens)
    {
        var policy = rules is null ? ValidationPolicy.Default : Of(Read(rules));
        return policy with { Content = policy.Content with { Tokens = tokens } };
    }

    /// <summary>What rules ask.</summary>
    /// <exception cref="QuireException"><c>invalid_rules</c>, naming the member.</exception>
    public static ValidationPolicy Of(RulesDocument rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new ValidationPolicy
        {
            Content = new ContentRules
            {
                Default = Limits(rules.Default ?? new LimitsDocument(), "default"),
                Layers = (rules.Layers ?? new Dictionary<string, LimitsDocument>()).ToDictionary(entry => Layer(entry.Key), entry => Limits(entry.Value, $"layers.{entry.Key}")),
            },
            Severities = (rules.Severities ?? new Dictionary<string, string>()).ToDictionary(entry => Code(entry.Key), entry => entry.Value == "off" ? null : (Severity?)SeverityOf(entry.Value, $"severities.{entry.Key}"), StringComparer.Ordinal),
        };
    }

    private static ContentLimits Limits(LimitsDocument limits, string place) => new()
    {
        MaxLength = Positive(limits.MaxLength, $"{place}.maxLength"),
        MaxTokens = Positive(limits.MaxTokens, $"{place}.maxTokens"),
        ForbiddenPhrases = Items(limits.ForbiddenPhrases, $"{place}.forbiddenPhrases") ?? [],
        RequiredPhrases = Items(limits.RequiredPhrases, $"{place}.requiredPhrases") ?? [],
        AllowedModels = Items(limits.AllowedModels, $"{place}.allowedModels"),
        Severity = SeverityOf(limits.Severity ?? "error", $"{place}.severity"),
    };

    private static int? Positive(int? value, string place) => value is < 1 ? throw Wrong(place, "is below 1") : value;

    private static IReadOnlyList<string>? Items(IReadOnlyList<string>? items, string place)
    {
        if (items is { Count: > MaxItems })
            throw Wrong(place, string.Create(CultureInfo.InvariantCulture, $"has {items.Count} items; at most {MaxItems} are allowed"));
        if (items is not null && items.Any(item => string.IsNullOrWhiteSpace(item) || item.Length > MaxItemLength))
            throw Wrong(place, $"has an item that is empty or longer than {MaxItemLength} characters");
        return items;
    }

    private static LayerKind Layer(string name) => name switch
    {
        "system" => LayerKind.System,
        "tenant" => LayerKind.Tenant,
        "feature" => LayerKind.Feature,
        "agent" => LayerKind.Agent,
        _ => throw Wrong($"layers.{name}", "is no layer that has rules; those are system, tenant, feature and agent"),
    };

    private static Severity SeverityOf(string name, string place) => name switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "info" => Severity.Info,
        _ => throw Wrong(place, "is none of error, warning and info"),
    };

    private static string Code(string code) => code.Length == 6 && code.StartsWith("QP5", StringComparison.Ordinal) && code.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0
        ? code
        : throw Wrong($"severities.{code}", "is no code of a finding about texts (QP5xxx)");

    private static QuireException Wrong(string place, string reason) =>
        new(ErrorKind.Invalid, "invalid_rules", $"The rules' member '{(place.Length > 100 ? place[..100] + "…" : place)}' {reason}.", "docs/validation.md shows rules.");
}
