using Quire.Acceptance.Tests.Support;

namespace Quire.Acceptance.Tests.Linearizing;

/// <summary>Adds one to a number that all of its kind share, by reading it and writing it under the condition that it is still the same.</summary>
internal sealed class Counter(Server server, Recorder recorder, int number) : Client(server, recorder, number)
{
    /// <summary>How many of its additions were acknowledged.</summary>
    public int Done { get; private set; }

    protected override async Task Work(int round)
    {
        var (status, prompt) = await Server.Send(HttpMethod.Get, "prompts/counter");
        status.ShouldBe(200);
        var next = int.Parse(prompt.GetProperty("source").GetString()!, System.Globalization.CultureInfo.InvariantCulture) + 1;
        var invoked = Recorder.Now;
        var (saved, body) = await Server.Send(HttpMethod.Put, "prompts/counter", new { source = $"{next}", message = $"Client {Number}" }, ifMatch: $"\"{prompt.GetProperty("blob").GetString()}\"");
        if (saved == 412)
        {
            Recorder.Count("additions refused");
            return;
        }
        saved.ShouldBe(201, body.ToString());
        Recorder.Wrote(Main, body.GetProperty("commit").GetString()!, invoked);
        Recorder.Count("additions");
        Done++;
    }
}
