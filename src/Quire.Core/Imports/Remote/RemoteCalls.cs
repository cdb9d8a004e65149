using System.Text;
using System.Text.Json;
using Quire.Core.Errors;
using Quire.Core.Imports.Reading;
using Quire.Core.Limits;
using Quire.Core.Outbound;

namespace Quire.Core.Imports.Remote;

/// <summary>Calls of one server through the guarded way out.</summary>
/// <param name="outbound">The way out.</param>
/// <param name="registry">The server.</param>
/// <param name="time">The clock of pauses.</param>
internal sealed class RemoteCalls(IOutbound outbound, RemoteRegistry registry, TimeProvider time)
{
    private const int MaxAttempts = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Reads JSON.</summary>
    /// <param name="path">The path below the server's address, with its query.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ItemRefusedException">The server does not have it, or has no JSON for it.</exception>
    /// <exception cref="QuireException"><c>import_source_failed</c>: the server cannot be reached, or refuses the caller.</exception>
    public async Task<JsonElement> Get(string path, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await Send(path, cancellation);
            if (answer.Status is 429 or 502 or 503 or 504 && attempt < MaxAttempts)
                await Task.Delay(Pause * attempt, time, cancellation);
            else
                return Read(answer);
        }
    }

    private async Task<OutboundAnswer> Send(string path, CancellationToken cancellation)
    {
        try
        {
            return await outbound.Send(new OutboundRequest
            {
                Method = "GET",
                Url = OutboundUrl.Parse(registry.Url.GetLeftPart(UriPartial.Path).TrimEnd('/') + path),
                Headers = Headers(),
                Timeout = Patience,
                MaxAnswerBytes = (int)QuireLimits.ImportAnswerBytes.Value,
            }, cancellation);
        }
        catch (OutboundException error)
        {
            throw Failed(error.Message.TrimEnd('.'), error.Failure == OutboundFailure.Refused ? "An operator allows inner hosts with quire serve --allow-outbound HOST." : "Check the address, and try again.");
        }
    }

    private Dictionary<string, string> Headers()
    {
        var headers = new Dictionary<string, string> { ["Accept"] = "application/json" };
        if (registry.Secret is { } secret)
            headers["Authorization"] = registry.User is { } user ? $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}"))}" : $"Bearer {secret}";
        return headers;
    }

    private JsonElement Read(OutboundAnswer answer)
    {
        if (answer.Status is 401 or 403)
            throw Failed($"it answered {answer.Status}: the key does not open it", "Check the keys, and that they belong to the project.");
        if (answer.Status is >= 300 and < 400)
            throw Failed($"it answered {answer.Status}, which leads elsewhere and is not followed", "Give the address that it leads to.");
        if (answer.Status != 200)
            throw new ItemRefusedException($"the server answered {answer.Status}.", "Check the address, or try again.");
        if (answer.IsCut)
            throw new ItemRefusedException($"the server's answer has more than {QuireLimits.ImportAnswerBytes.Value:N0} bytes.", "Import it from a file.");
        return JsonText.TryParse(answer.Body) ?? throw new ItemRefusedException("the server's answer is not JSON.", "Check the address.");
    }

    private QuireException Failed(string reason, string hint) =>
        new(ErrorKind.Rejected, "import_source_failed", $"{registry}: {reason}.", hint);
}
