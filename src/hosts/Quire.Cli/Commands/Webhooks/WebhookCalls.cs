using System.CommandLine;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Webhooks;

/// <summary>What the commands for webhooks have in common.</summary>
internal static class WebhookCalls
{
    /// <summary>The argument that names a webhook.</summary>
    public static Argument<string> Id() => new("id") { Description = "the webhook's id, as quire webhooks list shows it", HelpName = "ID" };

    /// <summary>The route of a webhook, or of something below it.</summary>
    public static string Route(QuireApi api, string id, string below = "") => api.OrganisationRoute($"webhooks/{Uri.EscapeDataString(id)}{below}");

    /// <summary>Prints a webhook that has a new secret: the secret alone, for a pipe, and what it is beside it.</summary>
    public static void PrintSecret(CliContext cli, JsonElement made, bool json, string remark)
    {
        if (json)
        {
            cli.WriteJson(made);
            return;
        }
        cli.WriteLine(made.Text("secret"));
        cli.Error.WriteLine($"This signs the messages of {made.Text("id")}. It is shown once. {remark}");
    }
}
