using System.Globalization;
using Quire.Acceptance.Tests.Support;

namespace Quire.Acceptance.Tests.Linearizing;

/// <summary>Makes versions of a prompt that all of its kind share and moves an alias to each of its own, now from where it saw it, now from wherever it is.</summary>
internal sealed class AliasMover(Server server, Recorder recorder, int number) : Client(server, recorder, number)
{
    protected override async Task Work(int round)
    {
        var made = await Commit("main", null, ("aliased.prompt.md", $"{Number} {round}"));
        var version = made!.Value.GetProperty("issued")[0].GetProperty("number").GetInt64();
        var expected = round % 2 == 0 ? await ReadAlias() : null;
        var invoked = Recorder.Now;
        var (status, body) = await Server.Send(HttpMethod.Put, "prompts/aliased/aliases/production", new { version, expected = expected is null ? (long?)null : long.Parse(expected, CultureInfo.InvariantCulture) });
        if (status == 409)
        {
            body.GetProperty("code").GetString().ShouldBe("stale_alias", body.ToString());
            Recorder.Read(Alias, body.GetProperty("actual").GetString()!, invoked);
            Recorder.Count("alias moves refused as stale");
            return;
        }
        status.ShouldBe(200, body.ToString());
        Recorder.Wrote(Alias, version.ToString(CultureInfo.InvariantCulture), invoked, expected);
        Recorder.Count("alias moves");
        await ReadAlias();
    }

    private async Task<string> ReadAlias()
    {
        var invoked = Recorder.Now;
        var (status, body) = await Server.Send(HttpMethod.Get, "prompts/aliased/aliases");
        status.ShouldBe(200);
        var value = body.GetProperty("items").EnumerateArray().Single().GetProperty("version").GetRawText();
        Recorder.Read(Alias, value, invoked);
        return value;
    }
}
