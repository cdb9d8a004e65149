using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Keys;

/// <summary><c>quire keys create</c>.</summary>
internal static class KeysCreate
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var name = new Argument<string>("name") { Description = "what people call the key", HelpName = "NAME" };
        var permissions = new Option<string>("--permissions") { Description = "read, compose, preview, write, manage, keys, audit, or all", HelpName = "LIST", DefaultValueFactory = _ => "read,compose" };
        var projects = new Option<string?>("--projects") { Description = "the projects that it reaches; default: all", HelpName = "LIST" };
        var standard = new Option<string?>("--default-project") { Description = "the project that addresses without one mean; default: the first of --projects, else prompts", HelpName = "NAME" };
        var tenants = new Option<string?>("--tenants") { Description = "the tenant scopes that it is bound to; default: none, it sees every tenant", HelpName = "LIST" };
        var expires = new Option<string?>("--expires") { Description = "when it stops working: 90d, 12h or a date such as 2027-01-31", HelpName = "WHEN" };
        var command = new Command("create", "Makes a key and shows it once.") { name, permissions, projects, standard, tenants, expires };
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var end = call.GetValue(expires) is { } when ? Expiry(cli, when) : (DateTimeOffset?)null;
            var made = await api.Send(HttpMethod.Post, api.OrganisationRoute("keys"), Body, cancellation);
            if (store.Json(call))
                cli.WriteJson(made);
            else
                cli.WriteLine(made.Text("key"));
            if (!store.Json(call))
                cli.Error.WriteLine($"This is the key {made.Text("id")}. It is shown once and kept nowhere.");
            return ExitCodes.Done;

            void Body(Utf8JsonWriter writer)
            {
                writer.WriteStartObject();
                writer.WriteString("name", call.GetValue(name));
                WriteWords(writer, "permissions", call.GetValue(permissions));
                WriteWords(writer, "projects", call.GetValue(projects));
                WriteWords(writer, "tenantScopes", call.GetValue(tenants));
                if (call.GetValue(standard) is { } project)
                    writer.WriteString("defaultProject", project);
                if (end is { } time)
                    writer.WriteString("expiresAt", time.UtcDateTime);
                writer.WriteEndObject();
            }
        });
    }

    private static void WriteWords(Utf8JsonWriter writer, string member, string? words)
    {
        if (words is null)
            return;
        writer.WriteStartArray(member);
        foreach (var word in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            writer.WriteStringValue(word);
        writer.WriteEndArray();
    }

    private static DateTimeOffset Expiry(CliContext cli, string when)
    {
        var unit = when.Length > 1 ? when[^1..] : "";
        if (unit is "d" or "h" && int.TryParse(when[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 100_000)
            return cli.Clock.GetUtcNow() + (unit == "d" ? TimeSpan.FromDays(count) : TimeSpan.FromHours(count));
        return DateTimeOffset.TryParse(when, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw CliErrors.WrongCall($"'{when}' is no time.", "Write --expires 90d, 12h or 2027-01-31");
    }
}
