# sizes_entities.svg, drawn from sizes_entities.tsv. To change it, edit this file and run: gnuplot sizes_entities.gp
# As pdf: gnuplot -e "format='pdf'" sizes_entities.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.865in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,467 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'sizes_entities'
}
set output 'sizes_entities'.'.'.format
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
set lmargin at screen 0.0814
set rmargin at screen 0.6744
set tmargin at screen 0.9058
set bmargin at screen 0.2634
set label '{/:Bold Items needed, by entities, for models of four widths (95 %)}' at screen 0.0163, screen 0.9572 font ',14'
set label 'Two blocks, whose weights grow 32 times from width 24 to 136; 256 examples a step; the rate is the same up to width 64 and falls as 1 / width above it.' at screen 0.0163, screen 0.1285 font ',10' tc rgb '#555555'
set label 'Guessing the likeliest answer is right for 4 to 8 %. Trained for 8,000 steps.' at screen 0.0163, screen 0.0964 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Exponents: least squares through all seeds [95 % bootstrap over seeds].' at screen 0.0163, screen 0.0642 font ',10' tc rgb '#555555'
set label 'No threshold in the range searched: 4 of width 24; 2 of width 64 (that x is left out).' at screen 0.0163, screen 0.0321 font ',10' tc rgb '#555555'
set logscale x
set xrange [19.5193:30.7388]
set xtics ('20' 20, '25' 25, '30' 30)
# the place of x: 0 has none of its own on a logarithmic axis
place(x) = x > 0 ? x : 16
set logscale y
set yrange [1113.04:8577.99]
set ytics ('1500' 1500, '2000' 2000, '3000' 3000, '4000' 4000, '5000' 5000, '7000' 7000)
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'entities' offset 0,0.9
set ylabel 'training items for 95 %' offset 1,0
set arrow from screen 0.6884, screen 0.5296 to screen 0.7233, screen 0.5296 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.7058, screen 0.5296 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'width 24' at screen 0.7326, screen 0.5425 font ',12' tc rgb '#222222'
set label '2801; 5 seeds' at screen 0.7326, screen 0.5125 font ',10' tc rgb '#666666'
set arrow from screen 0.6884, screen 0.7301 to screen 0.7233, screen 0.7301 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.7058, screen 0.7301 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'width 48' at screen 0.7326, screen 0.7430 font ',12' tc rgb '#222222'
set label 'exponent 2.72 [2.03 .. 3.39]; 5 seeds' at screen 0.7326, screen 0.7130 font ',10' tc rgb '#666666'
set arrow from screen 0.6884, screen 0.8008 to screen 0.7233, screen 0.8008 nohead lw 2 dt 1 lc rgb '#009E73'
set label '' at screen 0.7058, screen 0.8008 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set label 'width 64' at screen 0.7326, screen 0.8136 font ',12' tc rgb '#222222'
set label 'exponent 2.65 [2.19 .. 3.13]; 5 seeds' at screen 0.7326, screen 0.7837 font ',10' tc rgb '#666666'
set arrow from screen 0.6884, screen 0.6003 to screen 0.7233, screen 0.6003 nohead lw 2 dt 1 lc rgb '#CC79A7'
set label '' at screen 0.7058, screen 0.6003 point pt 13 ps 0.9 lw 1.6 lc rgb '#CC79A7'
set label 'width 136' at screen 0.7326, screen 0.6131 font ',12' tc rgb '#222222'
set label 'exponent 1.78 [0.68 .. 2.88]; 5 seeds' at screen 0.7326, screen 0.5832 font ',10' tc rgb '#666666'
plot 'sizes_entities.tsv' using (place(pick('median',1,'x'))*0.99467):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'sizes_entities.tsv' using (place(pick('seed',1,'x'))*0.99467):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'sizes_entities.tsv' using (place(pick('median',2,'x'))*0.99822):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'sizes_entities.tsv' using (place(pick('seed',2,'x'))*0.99822):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'sizes_entities.tsv' using (place(pick('median',3,'x'))*1.0018):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90009E73', \
  'sizes_entities.tsv' using (place(pick('seed',3,'x'))*1.0018):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50009E73', \
  'sizes_entities.tsv' using (place(pick('median',4,'x'))*1.0054):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90CC79A7', \
  'sizes_entities.tsv' using (place(pick('seed',4,'x'))*1.0054):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50CC79A7', \
  'sizes_entities.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'sizes_entities.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'sizes_entities.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'sizes_entities.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'sizes_entities.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 1 lc rgb '#009E73', \
  'sizes_entities.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#009E73', \
  'sizes_entities.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 1 lc rgb '#CC79A7', \
  'sizes_entities.tsv' using (place(pick('median',4,'x'))):(fit(4)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#CC79A7'
