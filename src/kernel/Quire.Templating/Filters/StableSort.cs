using Quire.Templating.Execution;

namespace Quire.Templating.Filters;

/// <summary>A merge sort that keeps the order of equal items, asks only "is this less than that" as Python does, and spends steps.</summary>
internal static class StableSort
{
    public static void Sort<T>(RenderContext context, T[] items, Func<T, T, bool> less)
    {
        if (items.Length < 2) return;
        Sort(context, items, new T[items.Length], 0, items.Length, less);
    }

    private static void Sort<T>(RenderContext context, T[] items, T[] room, int from, int to, Func<T, T, bool> less)
    {
        if (to - from <= 8)
        {
            Insert(context, items, from, to, less);
            return;
        }
        var middle = (from + to) / 2;
        Sort(context, items, room, from, middle, less);
        Sort(context, items, room, middle, to, less);
        Merge(context, items, room, from, middle, to, less);
    }

    private static void Insert<T>(RenderContext context, T[] items, int from, int to, Func<T, T, bool> less)
    {
        for (var i = from + 1; i < to; i++)
        {
            var item = items[i];
            var j = i;
            while (j > from)
            {
                context.Step();
                if (!less(item, items[j - 1])) break;
                items[j] = items[j - 1];
                j--;
            }
            items[j] = item;
        }
    }

    private static void Merge<T>(RenderContext context, T[] items, T[] room, int from, int middle, int to, Func<T, T, bool> less)
    {
        Array.Copy(items, from, room, from, middle - from);
        var (left, right) = (from, middle);
        for (var i = from; left < middle; i++)
        {
            context.Step();
            items[i] = right < to && less(items[right], room[left]) ? items[right++] : room[left++];
        }
    }
}
