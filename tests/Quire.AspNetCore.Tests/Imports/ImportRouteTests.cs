using System.Net;
using System.Text;
using System.Text.Json;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;
using Quire.Testing;

namespace Quire.AspNetCore.Tests.Imports;

public sealed class ImportRouteTests
{
    private const string Route = $"{Sending.Project}/imports";

    [Fact]
    public async Task A_file_is_tried_then_imported_then_unchanged()
    {
        await using var quire = await RunningQuire.Start();
        var body = Data("langfuse/project.json");

        var tried = (await quire.Client.Send("POST", $"{Route}?name=project.json&format=langfuse&dryRun=true", body)).Should(HttpStatusCode.OK).Json;
        (tried.GetProperty("dryRun").GetBoolean(), tried.GetProperty("created").GetInt32()).ShouldBe((true, 2));
        (await quire.Client.Get($"{Sending.Project}/prompts")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);

        var done = (await quire.Client.Send("POST", $"{Route}?name=project.json&format=langfuse", body)).Should(HttpStatusCode.OK).Json;
        done.GetProperty("items")[0].GetProperty("versions").EnumerateArray().Select(number => number.GetInt32()).ShouldBe([1, 2, 3]);
        done.GetProperty("commit").GetString()!.Length.ShouldBe(40);
        (await quire.Client.Get($"{Sending.Project}/prompts/movie-critic/versions/2")).Json.GetProperty("aliases")[0].GetString().ShouldBe("production");

        var again = (await quire.Client.Send("POST", $"{Route}?name=project.json&format=langfuse", body)).Should(HttpStatusCode.OK).Json;
        (again.GetProperty("changed").GetBoolean(), again.GetProperty("unchanged").GetInt32()).ShouldBe((false, 2));
    }

    [Fact]
    public async Task Who_asks_for_events_hears_how_far_it_is_and_then_the_report()
    {
        await using var quire = await RunningQuire.Start();
        var table = "name,text\n" + string.Join('\n', Enumerable.Range(1, 200).Select(number => $"p{number},Text {number}")) + "\nbroken\n";

        var reply = await quire.Client.Send("POST", $"{Route}?name=p.csv", Encoding.UTF8.GetBytes(table), ("Accept", "text/event-stream"));

        reply.Message.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var events = reply.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('\n')).Select(lines => (Name: lines[0]["event: ".Length..], Data: JsonElement.Parse(lines[1]["data: ".Length..]))).ToList();
        events[..^1].ShouldNotBeEmpty();
        events[..^1].ShouldAllBe(one => one.Name == "progress");
        events[^1].Name.ShouldBe("report");
        (events[^1].Data.GetProperty("created").GetInt32(), events[^1].Data.GetProperty("failed").GetInt32()).ShouldBe((200, 1));
        events[^1].Data.GetProperty("items")[200].GetProperty("place").GetString().ShouldBe("p.csv, line 202");
    }

    [Fact]
    public async Task A_refusal_on_the_way_is_an_event_too()
    {
        await using var quire = await RunningQuire.Start();
        var reply = await quire.Client.Send("POST", $"{Route}?name=p.csv&allOrNothing=true", "name,text\na\n"u8.ToArray(), ("Accept", "text/event-stream"));
        reply.Text.ShouldContain("event: problem\n");
        reply.Text.ShouldContain("\"code\":\"rejected\"");
        (await quire.Client.Send("POST", $"{Route}?name=p.csv&allOrNothing=true", "name,text\na\n"u8.ToArray())).ShouldFail(422, "rejected");
    }

    [Fact]
    public async Task What_cannot_be_read_as_a_whole_is_refused()
    {
        await using var quire = await RunningQuire.Start();
        (await quire.Client.Send("POST", Route, "x"u8.ToArray())).ShouldFail(400, "invalid_import");
        (await quire.Client.Send("POST", $"{Route}?format=erb", "x"u8.ToArray())).ShouldFail(400, "invalid_import");
        (await quire.Client.Send("POST", $"{Route}?name=p.json", "x"u8.ToArray())).ShouldFail(422, "import_refused");
        (await quire.Client.Send("POST", $"{Route}?dryRun=maybe", "x"u8.ToArray())).ShouldFail(400, "invalid_parameter");
        (await quire.Client.Send("POST", $"{Route}?dialect=erb", "x"u8.ToArray())).ShouldFail(400, "invalid_parameter");
        (await quire.Client.Send("POST", $"{Route}?name=p.json", "{}")).ShouldFail(415, "unsupported_media_type");
        using var reader = await quire.ClientWith(Permissions.Read);
        (await reader.Send("POST", $"{Route}?name=p.csv", "name,text\na,x\n"u8.ToArray())).ShouldFail(403, "forbidden");
    }

    [Fact]
    public async Task What_is_exported_comes_back_as_nothing_new()
    {
        await using var quire = await RunningQuire.Start();
        await quire.Commit(("a/b.prompt.md", "---\ndescription: d\nvariables:\n  x: { type: string }\n---\nHi {{ x }}"), ("a/notes.txt", ""), ("c.bin", "plain"), ("d.prompt.yml", "messages:\n  - role: user\n    content: '=1+1'\n"));
        foreach (var format in (string[])["zip", "csv", "json", "langfuse"])
        {
            var file = (await quire.Client.Get($"{Sending.Project}/export?format={format}")).Should(HttpStatusCode.OK);
            file.Header("Content-Disposition")!.ShouldStartWith("attachment; filename=\"prompts.");
            var report = (await quire.Client.Send("POST", $"{Route}?name=prompts.{(format == "langfuse" ? "json" : format)}", file.Bytes)).Should(HttpStatusCode.OK).Json;
            (report.GetProperty("changed").GetBoolean(), report.GetProperty("failed").GetInt32()).ShouldBe((false, 0), format);
        }
        (await quire.Client.Get($"{Sending.Project}/export?format=erb")).ShouldFail(400, "invalid_import");
        (await quire.Client.Get($"{Sending.Project}/export?versions=some")).ShouldFail(400, "invalid_parameter");
        (await quire.Client.Get($"{Sending.Project}/export?paths=nope")).ShouldFail(404, "prompt_not_found");
    }

    private static byte[] Data(string file) => File.ReadAllBytes(RepositoryRoot.Combine("tests", "data", "imports", file));
}
