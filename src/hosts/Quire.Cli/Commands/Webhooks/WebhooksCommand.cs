using System.CommandLine;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Webhooks;

/// <summary><c>quire webhooks</c>: other servers that are told of changes.</summary>
internal static class WebhooksCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli) => new("webhooks", "Makes and looks after webhooks: other servers that are told of changes.")
    {
        WebhooksList.Create(cli), WebhooksAdd.Create(cli), WebhooksRemove.Create(cli), WebhooksEnable.Create(cli), WebhooksEnable.CreateOpposite(cli),
        WebhooksRotate.Create(cli), WebhooksPing.Create(cli), WebhooksLog.Create(cli), WebhooksRedeliver.Create(cli),
    };
}
