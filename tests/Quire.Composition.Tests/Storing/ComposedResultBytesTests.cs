using System.Text;
using Quire.Composition.Layers;
using Quire.Composition.Plans;
using Quire.Composition.Rendering;
using Quire.Composition.Storing;
using Quire.Prompts.PromptFiles;
using Quire.Templating.Values;

namespace Quire.Composition.Tests.Storing;

public sealed class ComposedResultBytesTests
{
    private const string Text = "---\nvariables:\n  type: object\n  properties:\n    tone:\n      type: string\n      default: calm\n---\nHello {{ name }}, {{ tone }}. {% merge_point \"tone\" %}Be kind.{% endmerge_point %}{% merge_point \"question\" user %}{% endmerge_point %}";
    private const string Layer = "---\nextends: answer\nlayer: tenant\nscope: acme\n---\n{% contribute \"tone\" %}For {{ name }}.{% endcontribute %}";
    private const string Chat = "messages:\n  - role: system\n    content: Be kind to {{ name }}.\n  - placeholder: history\n";
    private static readonly ComposeRequest Ada = new() { Variables = Value.FromJson("""{"name":"Ada"}"""u8) };

    public static TheoryData<string> Prompts => ["text", "chat"];

    [Theory]
    [MemberData(nameof(Prompts))]
    public void What_was_written_is_read_back_whole(string prompt)
    {
        var plan = Plan(prompt);
        var result = Rendered(plan, Ada);

        Same(ComposedResultBytes.Read(plan, Ada, ComposedResultBytes.Write(result)!).ShouldNotBeNull(), result);
    }

    [Theory]
    [MemberData(nameof(Prompts))]
    public void A_detached_result_is_whole_again_when_it_is_attached(string prompt)
    {
        var plan = Plan(prompt);
        var result = Rendered(plan, Ada);

        var detached = DetachedResult.Detach(result);

        detached.Origins.ShouldBeEmpty();
        detached.Variables.ShouldBeEmpty();
        Same(DetachedResult.Attach(detached, plan, Ada).ShouldNotBeNull(), result);
    }

    [Fact]
    public void Texts_that_are_no_proper_Unicode_come_back_as_they_were()
    {
        var plan = Plan("text");
        var request = new ComposeRequest { Variables = Value.Map([KeyValuePair.Create("name", Value.String("a\ud800b"))]) };
        var result = Rendered(plan, request);

        ComposedResultBytes.Read(plan, request, ComposedResultBytes.Write(result)!)!.Content.ShouldBe(result.Content);
    }

    [Fact]
    public void What_came_from_a_user_has_no_stored_form()
    {
        var withText = Ada with { UserText = new Dictionary<string, string> { ["question"] = "Why?" } };
        var withTurns = Ada with { Placeholders = new Dictionary<string, IReadOnlyList<ChatTurn>> { ["history"] = [new("user", "Why?")] } };

        ComposedResultBytes.Write(Rendered(Plan("text"), withText)).ShouldBeNull();
        ComposedResultBytes.Write(Rendered(Plan("chat"), withTurns)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Prompts))]
    public void Bytes_that_were_cut_or_changed_are_refused_or_read_and_never_throw(string prompt)
    {
        var plan = Plan(prompt);
        var bytes = ComposedResultBytes.Write(Rendered(plan, Ada))!;
        for (var length = 0; length < bytes.Length; length++)
            ComposedResultBytes.Read(plan, Ada, bytes.AsSpan(0, length)).ShouldBeNull();
        ComposedResultBytes.Read(plan, Ada, [.. bytes, 0]).ShouldBeNull();
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var mask in (byte[])[1, 0x80, 0xff])
            {
                bytes[i] ^= mask;
                if (ComposedResultBytes.Read(plan, Ada, bytes) is { } read)
                    read.Spans.Concat(read.Messages.SelectMany(message => message.Spans)).ShouldAllBe(span => span.Origin < plan.Origins.Count);
                bytes[i] ^= mask;
            }
        }
    }

    [Fact]
    public void Bytes_of_a_text_are_no_chat() =>
        ComposedResultBytes.Read(Plan("chat"), Ada, ComposedResultBytes.Write(Rendered(Plan("text"), Ada))!).ShouldBeNull();

    private static void Same(ComposedResult read, ComposedResult result)
    {
        read.Type.ShouldBe(result.Type);
        read.Content.ShouldBe(result.Content);
        read.Spans.ShouldBe(result.Spans);
        read.Messages.Select(message => (message.Role, message.Content, message.Origin, message.MergePoint)).ShouldBe(result.Messages.Select(message => (message.Role, message.Content, message.Origin, message.MergePoint)));
        read.Messages.SelectMany(message => message.Spans).ShouldBe(result.Messages.SelectMany(message => message.Spans));
        read.Variables.ShouldBe(result.Variables);
        read.Origins.ShouldBe(result.Origins);
    }

    private static ComposedResult Rendered(ComposePlan plan, ComposeRequest request)
    {
        var outcome = plan.Render(request);
        return outcome.Result.ShouldNotBeNull(string.Join('\n', outcome.Diagnostics));
    }

    private static ComposePlan Plan(string prompt)
    {
        var built = prompt == "chat"
            ? ComposePlan.Build(Source("chat", "chat.prompt.yml", Chat), [])
            : ComposePlan.Build(Source("answer", "answer.prompt.md", Text), [Source("layer", "layer.prompt.md", Layer)]);
        return built.Plan.ShouldNotBeNull(string.Join('\n', built.Diagnostics));
    }

    private static PromptSource Source(string path, string file, string text)
    {
        var parsed = PromptFileParser.Parse(file, Encoding.UTF8.GetBytes(text));
        return new() { Path = Quire.Prompts.Names.PromptPath.Parse(path), ContentHash = path, File = parsed.File.ShouldNotBeNull(string.Join('\n', parsed.Diagnostics)) };
    }
}
