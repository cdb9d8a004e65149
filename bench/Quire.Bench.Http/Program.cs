using Quire.Bench.Http;

// What an authorised read of one version over HTTP costs beside a bare Kestrel endpoint that returns the same bytes and headers.
// Both servers live in this process; wrk loads one of them at a time, so the processor time of the process is that server's.
if (!Wrk.IsInstalled)
{
    Console.Error.WriteLine("This benchmark needs wrk (Debian: apt-get install wrk).");
    return 2;
}
await using var servers = await Servers.Start();
var board = new Board(Console.Out, pairs: args.Contains("--quick") ? 5 : 21);
board.Compare("GET one version by number", servers.Bare("version"), servers.Quire("version"));
board.Compare("GET one version by alias", servers.Bare("alias"), servers.Quire("alias"));
board.Compare("GET by alias, If-None-Match (304)", servers.Bare("unchanged"), servers.Quire("unchanged"));
return 0;
