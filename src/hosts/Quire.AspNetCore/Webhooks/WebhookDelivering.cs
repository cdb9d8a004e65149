using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>Delivers to webhooks for as long as the host runs.</summary>
internal sealed partial class WebhookDelivering(WebhookDeliverer deliverer, ILogger<WebhookDelivering> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => deliverer.Run(error => NotDelivered(log, error), stoppingToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhooks could not be delivered to; it is tried again.")]
    private static partial void NotDelivered(ILogger log, Exception error);
}
