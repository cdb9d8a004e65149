using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Quire.Bench.Harness;

namespace Quire.Bench.Templating;

/// <summary>python3-jinja2 in a process of its own that times itself: what the pipe costs does not count.</summary>
internal sealed class PythonPeer : ISampler, IDisposable
{
    private readonly Process _process;

    public PythonPeer(Workload workload)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "python_peer.py");
        _process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var request = new JsonObject { ["template"] = workload.Jinja, ["context"] = workload.Context };
        Output = JsonSerializer.Deserialize<string>(Ask(request.ToJsonString()))!;
    }

    public string Name => "python3-jinja2";

    /// <summary>What Python renders.</summary>
    public string Output { get; }

    public double Sample(int operations) =>
        double.Parse(Ask(operations.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture) / operations;

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("python3-jinja2 ended; is it installed?");
    }
}
