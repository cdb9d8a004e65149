using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Access;
using Quire.Core.Changes;
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

    /// <summary>Listens to the changes of this process.</summary>
    public ReadyAnswers(ChangeSignal signal) => signal.Subscribe(_ => _answers = new());

    /// <summary>The answer to this request, if it was given before and this caller may have it; null otherwise.</summary>
    public IResult? TryGet(HttpContext http, Principal caller, Protocol protocol)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || !_answers.TryGetValue(Of(http, caller, protocol), out var entry))
            return null;
        return entry.IsFor(caller) && !http.Request.Headers.ContainsKey(SequenceGate.Minimum) ? entry.Answer : null;
    }

    /// <summary>Where to keep an answer. Take it before the address is resolved: what a change overtakes ends up where nobody looks.</summary>
    public Action<Call, ResolvedPrompt, BytesAnswer> Open()
    {
        var answers = _answers;
        return (call, prompt, answer) =>
        {
            if (answers.Count < MaxAnswers)
                answers[Of(call.Http, call.Caller, call.Protocol)] = new Entry(answer, call.Caller.Organisation, prompt.Project.Name, prompt.Content.Facts.Layer, prompt.Content.Facts.Scope);
        };
    }

    private static Asked Of(HttpContext http, Principal caller, Protocol protocol) =>
        new(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, protocol.ImpliedProject(http, caller));

    // Where the path names no project, the same line asks for another prompt with another key.
    private readonly record struct Asked(string Target, string? ImpliedProject);

    private sealed record Entry(BytesAnswer Answer, string Organisation, string Project, string? Layer, string? Scope)
    {
        public bool IsFor(Principal caller) =>
            caller.Permissions.HasFlag(Permissions.Read) && caller.Organisation == Organisation && caller.Reaches(Project) && caller.Sees(Layer, Scope);
    }
}
