# strip_column.pdf, drawn from strip.tsv. To change it, edit this file and run: gnuplot strip_column.gp
# As svg: gnuplot -e "format='svg'" strip_column.gp
if (!exists('format')) format = 'pdf'
if (format eq 'pdf') {
  set terminal pdfcairo size 3.346in,2.303in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.709 linewidth 0.709 pointscale 0.709
} else {
  set terminal svg size 340,234 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'strip_column'
}
set output 'strip_column'.'.'.format
# At 40
# Trained for 200 steps.
# Tick: median over seeds; bar: lowest to highest; dots: seeds. Fit: solves 99 % of its training
# questions (1 to 20). Guessing: below 0.1 %.
# Open marks: numbers of Nobody 2000: > 80 %, verified in source; < 1 %, verified in source. Not
# run: other hint.
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
set lmargin at screen 0.0412
set rmargin at screen 0.9588
set tmargin at screen 0.9487
set bmargin at screen 0.2051
set border 1
set xrange [-1.5:101.5]
set yrange [3.5:0.5]
set xtics 0,20,100
set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'exact match (%), 40 items' offset 0,0.9
set ytics scale 0 ('' 1, '' 2, '' 3)
set label 'hint' at screen 0.0412, screen 0.9188 font ',11' tc rgb '#222222'
set label '82.0 %; 3 of 3 seeds fit; paper: > 80 %' at screen 0.0412, screen 0.8590 font ',10' tc rgb '#444444'
set label '' at 80, 1.12 point pt 8 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'other hint' at screen 0.0412, screen 0.6709 font ',11' tc rgb '#222222'
set label 'not run' at screen 0.0412, screen 0.6111 font ',10' tc rgb '#444444'
set label 'no hint' at screen 0.0412, screen 0.4231 font ',11' tc rgb '#222222'
set label '0 %; 2 of 3 seeds fit; paper: < 1 %' at screen 0.0412, screen 0.3632 font ',10' tc rgb '#444444'
set label '' at 1, 3.12 point pt 10 ps 0.9 lw 1.6 lc rgb '#777777'
plot 'strip.tsv' using (pick('median',1,'value')):(1.3):(pick('median',1,'low')):(pick('median',1,'high')):(1.3-0.07):(1.3+0.07) with boxxyerror lc rgb '#B00072B2', \
  'strip.tsv' using (pick('seed',1,'value')):(1.3) with points pt 7 ps 0.5 lc rgb '#600072B2', \
  'strip.tsv' using (pick('median',1,'value')):(1.3):(pick('median',1,'value')-0.25):(pick('median',1,'value')+0.25):(1.3-0.12):(1.3+0.12) with boxxyerror lc rgb '#0072B2', \
  'strip.tsv' using (pick('median',3,'value')):(3.3):(pick('median',3,'low')):(pick('median',3,'high')):(3.3-0.07):(3.3+0.07) with boxxyerror lc rgb '#B0777777', \
  'strip.tsv' using (pick('seed',3,'value')):(3.3) with points pt 7 ps 0.5 lc rgb '#60777777', \
  'strip.tsv' using (pick('median',3,'value')):(3.3):(pick('median',3,'value')-0.25):(pick('median',3,'value')+0.25):(3.3-0.12):(3.3+0.12) with boxxyerror lc rgb '#777777'
