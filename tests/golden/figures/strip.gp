# strip.svg, drawn from strip.tsv. To change it, edit this file and run: gnuplot strip.gp
# As pdf: gnuplot -e "format='pdf'" strip.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,2.708in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,260 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'strip'
}
set output 'strip'.'.'.format
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
set lmargin at screen 0.1128
set rmargin at screen 0.7944
set tmargin at screen 0.8308
set bmargin at screen 0.4154
set label '{/:Bold At 40}' at screen 0.0163, screen 0.9231 font ',14'
set label 'Trained for 200 steps.' at screen 0.0163, screen 0.1731 font ',10' tc rgb '#555555'
set label 'Tick: median over seeds; bar: lowest to highest; dots: seeds. Fit: solves 99 % of its training questions (1 to 20). Guessing: below 0.1 %.' at screen 0.0163, screen 0.1154 font ',10' tc rgb '#555555'
set label 'Open marks: numbers of Nobody 2000: > 80 %, verified in source; < 1 %, verified in source. Not run: other hint.' at screen 0.0163, screen 0.0577 font ',10' tc rgb '#555555'
set border 1
set xrange [-1.5:101.5]
set yrange [3.5:0.5]
set xtics 0,20,100
set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'exact match (%), 40 items' offset 0,0.9
set ytics scale 0 ('hint' 1, 'other hint' 2, 'no hint' 3)
set label '82.0 %; 3 of 3 seeds fit' at screen 0.8084, screen 0.7904 font ',10' tc rgb '#444444'
set label 'paper: > 80 %' at screen 0.8084, screen 0.7327 font ',10' tc rgb '#444444'
set label '' at 80, 0.67 point pt 8 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'not run' at screen 0.8084, screen 0.6231 font ',10' tc rgb '#444444'
set label '0 %; 2 of 3 seeds fit' at screen 0.8084, screen 0.5135 font ',10' tc rgb '#444444'
set label 'paper: < 1 %' at screen 0.8084, screen 0.4558 font ',10' tc rgb '#444444'
set label '' at 1, 2.67 point pt 10 ps 0.9 lw 1.6 lc rgb '#777777'
plot 'strip.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'low')):(pick('median',1,'high')):(1-0.12):(1+0.12) with boxxyerror lc rgb '#B00072B2', \
  'strip.tsv' using (pick('seed',1,'value')):(1) with points pt 7 ps 0.5 lc rgb '#600072B2', \
  'strip.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'value')-0.25):(pick('median',1,'value')+0.25):(1-0.24):(1+0.24) with boxxyerror lc rgb '#0072B2', \
  'strip.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'low')):(pick('median',3,'high')):(3-0.12):(3+0.12) with boxxyerror lc rgb '#B0777777', \
  'strip.tsv' using (pick('seed',3,'value')):(3) with points pt 7 ps 0.5 lc rgb '#60777777', \
  'strip.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'value')-0.25):(pick('median',3,'value')+0.25):(3-0.24):(3+0.24) with boxxyerror lc rgb '#777777'
