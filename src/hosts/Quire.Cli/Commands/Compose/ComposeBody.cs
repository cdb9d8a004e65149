using System.Globalization;
using System.Text.Json;
using Quire.Cli.Terminal;
using Quire.Prompts.Addresses;

namespace Quire.Cli.Commands.Compose;

/// <summary>What is composed, as the server takes it.</summary>
internal sealed record ComposeBody
{
    /// <summary>The tenant; null for none.</summary>
    public string? Tenant { get; init; }

    /// <summary>The features, in order.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>The agent; null for none.</summary>
    public string? Agent { get; init; }

    /// <summary>The user's text for the one merge point that takes it; null for none.</summary>
    public string? User { get; init; }

    /// <summary>The user's texts by merge point.</summary>
    public IReadOnlyDictionary<string, string> UserAt { get; init; } = new Dictionary<string, string>();

    /// <summary>Versions of single layers.</summary>
    public IReadOnlyDictionary<string, string> Selectors { get; init; } = new Dictionary<string, string>();

    /// <summary>Messages for placeholders; null for none.</summary>
    public JsonElement? Messages { get; init; }

    /// <summary>The variables.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Whether the user's text is fenced.</summary>
    public bool Fence { get; init; }

    /// <summary>Whether the story of each merge point is told.</summary>
    public bool Explain { get; init; }

    /// <summary>Writes the body.</summary>
    public void Write(Utf8JsonWriter writer, Address prompt)
    {
        writer.WriteStartObject();
        writer.WriteString("prompt", prompt.Path.Value);
        WriteSelector(writer, prompt.Selector);
        WriteScopes(writer);
        if (Selectors.Count > 0)
            WriteTexts(writer, "selectors", Selectors);
        JsonText.WriteObject(writer, "variables", prompt.Variables.Select(pair => KeyValuePair.Create(pair.Key, JsonText.Of(pair.Value))).Where(pair => !Variables.ContainsKey(pair.Key)).Concat(Variables));
        WriteUser(writer);
        if (Messages is { } messages)
        {
            writer.WritePropertyName("messages");
            messages.WriteTo(writer);
        }
        if (Fence)
            writer.WriteBoolean("fence", true);
        if (Explain)
            writer.WriteBoolean("explain", true);
        writer.WriteEndObject();
    }

    private static void WriteSelector(Utf8JsonWriter writer, Selector selector)
    {
        switch (selector)
        {
            case Selector.Alias alias: writer.WriteString("alias", alias.Name.Value); break;
            case Selector.Number number: writer.WriteNumber("version", number.Version); break;
            case Selector.Ref reference: writer.WriteString("ref", reference.Name.Value); break;
            case Selector.Commit commit: writer.WriteString("ref", string.Create(CultureInfo.InvariantCulture, $"sha:{commit.Hex}")); break;
            case Selector.Release: throw CliErrors.WrongCall("Releases of prompt sets cannot be composed yet.", "Name an alias, a version, a branch or a commit.");
        }
    }

    private void WriteScopes(Utf8JsonWriter writer)
    {
        if (Tenant is not null)
            writer.WriteString("tenant", Tenant);
        if (Features.Count > 0)
        {
            writer.WriteStartArray("features");
            foreach (var feature in Features)
                writer.WriteStringValue(feature);
            writer.WriteEndArray();
        }
        if (Agent is not null)
            writer.WriteString("agent", Agent);
    }

    private void WriteUser(Utf8JsonWriter writer)
    {
        if (UserAt.Count > 0)
            WriteTexts(writer, "user", User is null ? UserAt : throw CliErrors.WrongCall("--user and --user-at do not go together.", "Name the merge point of each text with --user-at."));
        else if (User is not null)
            writer.WriteString("user", User);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string member, IReadOnlyDictionary<string, string> texts)
    {
        writer.WriteStartObject(member);
        foreach (var (name, text) in texts)
            writer.WriteString(name, text);
        writer.WriteEndObject();
    }
}
