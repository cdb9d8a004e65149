using System.Globalization;
using System.Text.Json;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Prompts;
using Quire.Composition.Rendering;
using Quire.Core.Composing;
using Quire.Core.Errors;
using Quire.Core.Prompts;
using Quire.Prompts.Addresses;
using Quire.Templating.Values;

namespace Quire.AspNetCore.Composing;

/// <summary>Reads what a request wants composed.</summary>
internal static class ComposeRequests
{
    /// <summary>The wish as Core takes it.</summary>
    /// <exception cref="QuireException"><c>invalid_name</c>, <c>invalid_selector</c>, <c>invalid_value</c>.</exception>
    public static ComposeCall Of(Call call, ComposeBody body) => new()
    {
        Prompt = Prompt(call, body),
        Tenant = body.Tenant,
        Features = body.Features ?? [],
        Agent = body.Agent,
        Selectors = (body.Selectors ?? new Dictionary<string, string>()).ToDictionary(entry => entry.Key, entry => Layer(entry.Value), StringComparer.Ordinal),
        Variables = Variables(body.Variables),
        UserText = UserText(body.User),
        Messages = (body.Messages ?? new Dictionary<string, IReadOnlyList<TurnBody>>()).ToDictionary(entry => entry.Key, entry => Turns(entry.Value), StringComparer.Ordinal),
        Fence = body.Fence,
        Explain = body.Explain,
    };

    private static Address Prompt(Call call, ComposeBody body)
    {
        var address = Addressing.Parse(call.Caller, body.Prompt, call.Project);
        var selector = Selectors.Of(body.Alias, body.Version, body.Ref);
        if (selector is not null && address.Selector != Selector.Latest)
            throw new QuireException(ErrorKind.Invalid, "invalid_selector", "The prompt's address selects a version, and alias, version or ref does too.", "Give one of them.");
        return selector is null ? address : address with { Selector = selector };
    }

    private static Selector Layer(string text)
    {
        var selector = text.StartsWith("ref:", StringComparison.Ordinal) ? Selectors.Of(null, null, text["ref:".Length..])
            : text.StartsWith("sha:", StringComparison.Ordinal) ? Selectors.Of(null, null, text)
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Selectors.Of(null, number, null)
            : Selectors.Of(text, null, null);
        return selector!;
    }

    /// <summary>The variables of a body; absent for none.</summary>
    /// <exception cref="QuireException"><c>invalid_value</c>.</exception>
    public static Value Variables(JsonElement? variables) => variables switch
    {
        null => Value.EmptyMap,
        { ValueKind: JsonValueKind.Object } given => Value.FromJson(given),
        _ => throw Wrong("variables", "an object"),
    };

    private static Dictionary<string, string> UserText(JsonElement? user) => user switch
    {
        null => [],
        { ValueKind: JsonValueKind.String } text => new(StringComparer.Ordinal) { [""] = text.GetString()! },
        { ValueKind: JsonValueKind.Object } texts => texts.EnumerateObject().ToDictionary(entry => entry.Name, Text, StringComparer.Ordinal),
        _ => throw Wrong("user", "a text, or an object of texts by merge point"),
    };

    private static string Text(JsonProperty entry) =>
        entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString()! : throw Wrong($"user.{entry.Name}", "a text");

    private static IReadOnlyList<ChatTurn> Turns(IReadOnlyList<TurnBody> turns) => [.. turns.Select(turn => new ChatTurn(turn.Role, turn.Content))];

    private static QuireException Wrong(string member, string wanted) =>
        new(ErrorKind.Invalid, "invalid_value", $"The member '{member}' is not {wanted}.", "The OpenAPI document at /openapi/v1.json describes the body.");
}
