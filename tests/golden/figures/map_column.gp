# map_column.pdf, drawn from map.tsv. To change it, edit this file and run: gnuplot map_column.gp
# As svg: gnuplot -e "format='svg'" map_column.gp
if (!exists('format')) format = 'pdf'
if (format eq 'pdf') {
  set terminal pdfcairo size 3.346in,1.299in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.709 linewidth 0.709 pointscale 0.709
} else {
  set terminal svg size 340,132 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'map_column'
}
set output 'map_column'.'.'.format
# Every arm at every length
# Trained for 200 steps.
# Exact match in percent, median of 3 seeds.
# Not run: other hint.
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the rows of one kind (median, seed, paper) of series n
pick(kind, n, name) = \
  (strcol('row') eq kind && column('number') == n) ? column(name) : NaN
# the medians of series n: those above guessing (or 0); those of points most of whose seeds fit,
# and the others
above(n) = \
  (strcol('guess') ne '' && column('value') > 0 && column('value') <= column('guess')) \
  ? NaN : pick('median', n, 'value')
is_unfit(n) = (strcol('runs') eq '') ? 0 : 2 * column('fitted') < column('runs')
fit(n) = is_unfit(n) ? NaN : above(n)
unfit(n) = is_unfit(n) ? above(n) : NaN
unset key
set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out scale 0.5 textcolor rgb '#222222'
set xtics offset 0,0.4
set style fill solid noborder
set lmargin at screen 0.3941
set rmargin at screen 0.8353
set tmargin at screen 0.9091
set bmargin at screen 0.3636
unset border
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set palette defined (0 '#ffffff', 100 '#0072B2')
set cbrange [0:100]
set colorbox user origin screen 0.8647, screen 0.3636 size screen 0.0353, screen 0.5455 noborder
set cbtics 0,50,100 scale 0.3 offset -0.6,0 font ',10' format '%g'
set xlabel 'items' offset 0,0.9
# the place of a column
place(x) = x == 20 ? 1 : x == 30 ? 2 : x == 40 ? 3 : NaN
set xtics scale 0 ('20' 1, '30' 2, '40' 3) font ',10'
set ytics scale 0 ('hint' 1, 'other hint (not run)' 2, 'no hint' 3) font ',10'
plot 'map.tsv' using (place(pick('median',1,'x'))):(1):(0.48):(0.46):(pick('median',1,'value')) with boxxyerror fs solid noborder fc palette, \
  'map.tsv' using (place(pick('median',1,'x'))):(1):(sprintf(pick('median',1,'value') > 0 && above(1) != above(1) ? '(%.0f)' : '%.0f', pick('median',1,'value'))):(pick('median',1,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',10' tc rgb variable, \
  'map.tsv' using (place(pick('median',3,'x'))):(3):(0.48):(0.46):(pick('median',3,'value')) with boxxyerror fs solid noborder fc palette, \
  'map.tsv' using (place(pick('median',3,'x'))):(3):(sprintf(pick('median',3,'value') > 0 && above(3) != above(3) ? '(%.0f)' : '%.0f', pick('median',3,'value'))):(pick('median',3,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',10' tc rgb variable
