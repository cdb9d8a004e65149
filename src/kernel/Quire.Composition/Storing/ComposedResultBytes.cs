using Quire.Composition.Plans;
using Quire.Composition.Rendering;
using Quire.Prompts;

namespace Quire.Composition.Storing;

/// <summary>
/// A result as bytes, for caches outside the process: the texts and spans, nothing that the plan and the request know already. Results with a user's text
/// have no such form. The format begins with its version; other versions are not read.
/// </summary>
public static class ComposedResultBytes
{
    private const byte Version = 1;

    /// <summary>The bytes; null where the result carries what came from a user.</summary>
    public static byte[]? Write(ComposedResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Boundary is not null || result.UserTextFindings.Count > 0 || result.Messages.Any(message => IsForeign(result, message)) || result.Spans.Any(span => IsForeign(result, span.Origin)))
            return null;
        var writer = new ResultWriter();
        writer.Number(Version);
        writer.Number((int)result.Type);
        writer.Text(result.Content);
        WriteSpans(writer, result.Spans);
        writer.Number(result.Messages.Count);
        foreach (var message in result.Messages)
        {
            writer.Text(message.Role);
            writer.Text(message.Content);
            writer.Number(message.Origin);
            writer.Text(message.MergePoint);
            WriteSpans(writer, message.Spans);
        }

        return writer.ToArray();
    }

    /// <summary>The result of a plan and a request, out of bytes that <see cref="Write"/> made for the same two; null where the bytes are something else.</summary>
    public static ComposedResult? Read(ComposePlan plan, ComposeRequest request, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(request);
        var reader = new ResultReader(bytes);
        if (reader.Number() != Version || reader.Number() != (int)plan.Type)
            return null;
        var content = reader.Text();
        var spans = ReadSpans(ref reader, plan, content);
        var messages = ReadMessages(ref reader, plan);
        if (!reader.IsAtEnd || content is null != (plan.Type == PromptType.Chat) || LayerVariables.Check(plan.Schemas, request.Variables, []) is not { } variables)
            return null;
        return new() { Type = plan.Type, Content = content, Spans = spans, Messages = messages, Origins = plan.Origins, VariableView = variables };
    }

    private static bool IsForeign(ComposedResult result, ComposedMessage message) =>
        IsForeign(result, message.Origin) || message.Spans.Any(span => IsForeign(result, span.Origin));

    private static bool IsForeign(ComposedResult result, int origin) => result.Origins[origin].Kind is not (OriginKind.Base or OriginKind.Layer);

    private static void WriteSpans(ResultWriter writer, IReadOnlyList<ComposedSpan> spans)
    {
        writer.Number(spans.Count);
        foreach (var span in spans)
        {
            writer.Number(span.Start);
            writer.Number(span.Length);
            writer.Number(span.Origin);
            writer.Text(span.MergePoint);
            writer.Text(span.Variable);
        }
    }

    private static ComposedMessage[] ReadMessages(ref ResultReader reader, ComposePlan plan)
    {
        var messages = new ComposedMessage[reader.Count()];
        for (var i = 0; i < messages.Length; i++)
        {
            var role = reader.Text() ?? reader.Fail("");
            var content = reader.Text() ?? reader.Fail("");
            var origin = Origin(ref reader, plan);
            messages[i] = new(role, content, origin, reader.Text(), ReadSpans(ref reader, plan, content));
        }

        return messages;
    }

    private static ComposedSpan[] ReadSpans(ref ResultReader reader, ComposePlan plan, string? content)
    {
        var spans = new ComposedSpan[reader.Count()];
        var end = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            var span = new ComposedSpan(reader.Number(), reader.Number(), Origin(ref reader, plan), reader.Text(), reader.Text());
            if (span.Start != end || span.Length < 1 || span.Length > (content?.Length ?? 0) - end)
                return reader.Fail<ComposedSpan[]>([]);
            end += span.Length;
            spans[i] = span;
        }

        return spans;
    }

    private static int Origin(ref ResultReader reader, ComposePlan plan)
    {
        var origin = reader.Number();
        return origin >= 0 && origin < plan.Sources.Count ? origin : reader.Fail(0);
    }
}
