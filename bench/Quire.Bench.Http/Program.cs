using Quire.Bench.Http;

// What an authorised read of one version over HTTP costs beside a bare Kestrel endpoint that returns the same bytes and headers.
// A word as an argument runs only the reads whose name begins with it: langfuse.
// Both servers live in this process; wrk loads one of them at a time, so the processor time of the process is that server's.
if (!Wrk.IsInstalled)
{
    Console.Error.WriteLine("This benchmark needs wrk (Debian: apt-get install wrk).");
    return 2;
}
await using var servers = await Servers.Start();
var board = new Board(Console.Out, pairs: args.Contains("--quick") ? 5 : 21);
var only = args.FirstOrDefault(argument => !argument.StartsWith('-'));
foreach (var read in Read.All.Where(read => only is null || read.Name.StartsWith(only, StringComparison.Ordinal)))
    board.Compare(read.Meaning, servers.Bare(read.Name), servers.Quire(read.Name));
return 0;
