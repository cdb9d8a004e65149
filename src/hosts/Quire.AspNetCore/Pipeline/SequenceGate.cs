using System.Globalization;
using Microsoft.AspNetCore.Http;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Stores;

namespace Quire.AspNetCore.Pipeline;

/// <summary>Lets a client read what it wrote, on whatever node: waits until the cached pointers of this process are right up to the change that is asked for.</summary>
internal sealed class SequenceGate(IStore store, ChangeSignal signal, ChangeFollower follower, QuireOptions options)
{
    /// <summary>The header with which a read asks for a change to have happened.</summary>
    public const string Minimum = "Quire-Min-Sequence";

    /// <summary>The header that tells the number of a change.</summary>
    public const string Sequence = "Quire-Sequence";

    /// <summary>Waits for the change that a request asks for; at once where it asks for none.</summary>
    /// <exception cref="QuireException"><c>invalid_header</c>, <c>sequence_not_reached</c>.</exception>
    public ValueTask Wait(HttpContext http, Principal caller)
    {
        var header = http.Request.Headers[Minimum];
        if (header.Count == 0)
            return ValueTask.CompletedTask;
        if (header is not [{ } text] || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted))
            throw new QuireException(ErrorKind.Invalid, "invalid_header", $"The header {Minimum} is no number.", $"Send the value of {Sequence} of an answer.");
        return signal.Known(caller.OrganisationId) >= wanted
            ? ValueTask.CompletedTask
            : new ValueTask(WaitFor(caller.OrganisationId, wanted, http.RequestAborted));
    }

    /// <summary>The number of the organisation's last change.</summary>
    public Task<long> Current(Principal caller, CancellationToken cancellation) =>
        store.Read(session => session.Organisations.Get(caller.OrganisationId)?.Sequence ?? 0, cancellation);

    private async Task WaitFor(long organisationId, long wanted, CancellationToken cancellation)
    {
        var deadline = options.Time.GetUtcNow() + options.SequenceWait;
        while (true)
        {
            var next = signal.Next;
            var reached = await follower.CatchUp(organisationId, cancellation);
            if (reached >= wanted)
                return;
            var left = deadline - options.Time.GetUtcNow();
            if (left <= TimeSpan.Zero)
                throw NotReached(wanted, reached);
            await WaitFor(next, left, cancellation);
        }
    }

    private async Task WaitFor(Task next, TimeSpan left, CancellationToken cancellation)
    {
        try
        {
            await next.WaitAsync(left, options.Time, cancellation);
        }
        catch (TimeoutException)
        {
            // The store is asked once more.
        }
    }

    private static QuireException NotReached(long wanted, long reached) => new(new QuireError
    {
        Kind = ErrorKind.Unavailable,
        Code = "sequence_not_reached",
        Message = $"Change {wanted} has not happened here yet; the last one is {reached}.",
        Hint = "Try again, or leave the header out.",
        Facts = new Dictionary<string, string> { ["reached"] = reached.ToString(CultureInfo.InvariantCulture) },
    });
}
