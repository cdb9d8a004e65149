using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary><c>{% tablerow %}</c>: a loop that prints cells of an HTML table.</summary>
internal sealed class LiquidTableRow(string name, LiquidLoopHead head, IReadOnlyList<LiquidNode> body) : LiquidNode
{
    public override Flow Run(LiquidRun run)
    {
        var items = head.Items(run);
        var columns = head.Columns is null ? items.Length : (int)Math.Clamp(LiquidLoopHead.Whole(head.Columns.Evaluate(run), "cols") ?? items.Length, 1, int.MaxValue);
        var loop = new LiquidTableLoop(items.Length, columns);
        var frame = run.Push();
        frame["tablerowloop"] = Value.Of(loop);
        run.Write("<tr class=\"row1\">\n", null);
        var result = Flow.Normal;
        for (var i = 0; i < items.Length; i++)
        {
            run.Context.Step();
            loop.Index = i;
            frame[name] = items[i];
            run.Write($"<td class=\"col{loop.Column + 1}\">", null);
            var flow = RunAll(body, run);
            run.Write("</td>", null);
            if (flow == Flow.Break) break;
            if (flow == Flow.Stop)
            {
                result = flow;
                break;
            }
            if (loop.Column == columns - 1 && i < items.Length - 1) run.Write($"</tr>\n<tr class=\"row{loop.Row + 1}\">", null);
        }
        run.Write("</tr>\n", null);
        run.Pop();
        return result;
    }
}
