using System.Text;
using Quire.Core.Outbound;

namespace Quire.Core.Tests.Webhooks;

/// <summary>Other people's servers: they answer what a test says, and remember what came.</summary>
internal sealed class FakeReceiver : IOutbound
{
    private readonly Lock _gate = new();
    private readonly List<ReceivedMessage> _received = [];

    /// <summary>What is answered; by default 204.</summary>
    public Func<ReceivedMessage, Task<OutboundAnswer>> Answer { get; set; } = _ => Task.FromResult(Says(204));

    public IReadOnlyList<ReceivedMessage> Received
    {
        get
        {
            lock (_gate)
                return [.. _received];
        }
    }

    public IEnumerable<string> Told => Received.Select(message => message.Told);

    public static OutboundAnswer Says(int status, string text = "") => new(status, null, Encoding.UTF8.GetBytes(text), false);

    public void Fails(Func<ReceivedMessage, bool> which, int status = 500, string text = "no") => Answer = message => Task.FromResult(which(message) ? Says(status, text) : Says(204));

    public Task<OutboundAnswer> Send(OutboundRequest request, CancellationToken cancellation = default)
    {
        var headers = request.Headers;
        var message = new ReceivedMessage(request.Url, headers["webhook-id"], long.Parse(headers["webhook-timestamp"], System.Globalization.CultureInfo.InvariantCulture), headers["webhook-signature"], request.Body.ToArray());
        lock (_gate)
            _received.Add(message);
        return Answer(message).WaitAsync(cancellation);
    }
}
