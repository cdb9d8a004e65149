using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Counters;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>
/// Answers by request line, so that a prompt that is asked for again costs neither parsing of the path nor a look-up of the address. Who calls is
/// checked each time. Everything is forgotten at each change, before its writer is answered.
/// </summary>
internal sealed class ReadyAnswers
{
    private const int MaxAnswers = 20_000;
    private volatile ConcurrentDictionary<Asked, Entry> _answers = new();

    private readonly ReadCounters _reads;

    /// <summary>Listens to the changes of this process.</summary>
    /// <param name="signal">Tells of changes.</param>
    /// <param name="reads">Counts what is answered from here, too.</param>
    public ReadyAnswers(ChangeSignal signal, ReadCounters reads)
    {
        _reads = reads;
        signal.SubscribeLast(_ => _answers = new());
    }

    /// <summary>The answer to this request, if it was given before and this caller may have it; null otherwise.</summary>
    public IResult? TryGet(HttpContext http, Principal caller, Protocol protocol)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || !_answers.TryGetValue(Of(http, caller, protocol), out var entry))
            return null;
        if (!entry.IsFor(caller) || http.Request.Headers.ContainsKey(SequenceGate.Minimum))
            return null;
        entry.Count(caller);
        return entry.Answer;
    }

    /// <summary>Where to keep an answer. Take it before the address is resolved: what a change overtakes ends up where nobody looks.</summary>
    public Action<Call, ResolvedPrompt, BytesAnswer> Open()
    {
        var answers = _answers;
        return (call, prompt, answer) =>
        {
            var tally = _reads.Tally(call.Caller, prompt);
            tally?.Count();
            if (answers.Count < MaxAnswers)
                answers[Of(call.Http, call.Caller, call.Protocol)] = new Entry(answer, call.Caller.Organisation, prompt.Project.Name, prompt.Content.Facts.Layer, prompt.Content.Facts.Scope, tally);
        };
    }

    private static Asked Of(HttpContext http, Principal caller, Protocol protocol) =>
        new(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, protocol.ImpliedProject(http, caller));

    // Where the path names no project, the same line asks for another prompt with another key.
    private readonly record struct Asked(string Target, string? ImpliedProject);

    private sealed class Entry(BytesAnswer answer, string organisation, string project, string? layer, string? scope, ReadTally? tally)
    {
        // The key that asked last; most answers are asked for by one.
        private ReadTally? _tally = tally;

        public BytesAnswer Answer => answer;

        public bool IsFor(Principal caller) =>
            caller.Permissions.HasFlag(Permissions.Read) && caller.Organisation == organisation && caller.Reaches(project) && caller.Sees(layer, scope);

        public void Count(Principal caller)
        {
            var last = _tally;
            if (last is not null && last.Key != caller.Id)
                _tally = last = last.For(caller.Id);
            last?.Count();
        }
    }
}
