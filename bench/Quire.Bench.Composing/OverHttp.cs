using Quire.Bench.Harness;

namespace Quire.Bench.Composing;

/// <summary>POST /compose against an endpoint of bare Kestrel that reads the same body and answers the same bytes.</summary>
internal static class OverHttp
{
    public static void Run(Scoreboard board, PairOptions options)
    {
        var body = $$"""
            {"prompt":"{{FourLayers.Path}}","tenant":"acme","features":["billing"],"agent":"triage","user":"{{FourLayers.UserText}}",
            "variables":{"name":"Ada Lovelace","company":"Acme","plan":"gold","language":"English","count":3} }
            """;
        var file = Path.GetTempFileName();
        try
        {
            using var quire = ServerSampler.Start("Quire", body, "--serve-quire");
            File.WriteAllBytes(file, quire.Body);
            using var bare = ServerSampler.Start("bare Kestrel", body, "--serve-bare", file);
            board.Note("POST /compose", $"body {body.Length:N0} B, answer {quire.Body.Length:N0} B, same bytes: {quire.Body.AsSpan().SequenceEqual(bare.Body)}");
            board.AtMost("POST /compose with a cached plan, processor time per request, by bare Kestrel", 2, PairComparison.Run(quire, bare, options with { SampleTime = TimeSpan.FromMilliseconds(400) }));
            foreach (var sampler in new[] { quire, bare })
            {
                var times = sampler.Latencies(5_000);
                board.Note($"{sampler.Name}, wall time of single requests", $"median {Units.Time(times[2_500])}, p99 {Units.Time(times[4_950])}");
            }
        }
        finally
        {
            File.Delete(file);
        }
    }
}
